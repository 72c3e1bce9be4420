"""search_hyperparameters: the best on the training set is chosen."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "The best is chosen by the training accuracy",
    "ru": "Лучший выбран по точности на обучающей выборке",
}
HINT = {
    "en": "You return the classifier that is best on X_train: it may only have learned these "
    "examples by heart. Compare by the accuracy on X_val, which no training has seen.",
    "ru": "Вы возвращаете классификатор, лучший на X_train: возможно, он просто запомнил эти "
    "примеры. Сравнивайте по точности на X_val — этих данных обучение не видело.",
}
CAUGHT_BY = ["linear_classifier/test_search_best"]


def shows(facts):
    if facts.get("best") is None:
        return None
    best = max(range(len(facts["pairs"])), key=lambda number: facts["accuracies"][number][0])
    return tuple(facts["best"]) == tuple(facts["pairs"][best])


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = train_accuracy, val_accuracy
            if train_accuracy > best_accuracy:
                best, best_accuracy = model, train_accuracy
    return best, results


def two(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    pairs = list(itertools.product(learning_rates, regs))
    trained, results = [], {}
    for number, pair in enumerate(pairs):
        model = classifier()
        model.train(X_train, y_train, *pair, num_iters=num_iters)
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[0], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1], results


def three(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    def attempt(rate, reg):
        model = classifier()
        model.train(X_train, y_train, learning_rate=rate, reg=reg, num_iters=num_iters)

        def share(X, y):
            return float(np.count_nonzero(model.predict(X) == y) / y.size)

        return model, (share(X_train, y_train), share(X_val, y_val))

    models, results = {}, {}
    for rate in learning_rates:
        for reg in regs:
            models[rate, reg], results[rate, reg] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[pair][0])
    return models[best], results
