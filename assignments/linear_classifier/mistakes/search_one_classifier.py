"""search_hyperparameters: one classifier is trained again and again."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "One classifier is trained with all pairs in turn",
    "ru": "Один классификатор обучается со всеми парами подряд",
}
HINT = {
    "en": "classifier() is called once, and each pair goes on with the weights that the pair "
    "before it left. Make a new classifier for each pair; otherwise the last ones are "
    "the best for no merit of theirs.",
    "ru": "classifier() вызван один раз, и каждая пара продолжает с весов, оставшихся от "
    "предыдущей. Создавайте для каждой пары новый классификатор, иначе последние "
    "окажутся лучше не по заслугам.",
}
CAUGHT_BY = ["linear_classifier/test_search_new_classifiers", "linear_classifier/test_search_best"]


def shows(facts):
    if not facts.get("models"):
        return None
    return len(set(facts["models"])) < len(facts["models"])


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    model = classifier()
    for learning_rate in learning_rates:
        for reg in regs:
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = train_accuracy, val_accuracy
            if val_accuracy > best_accuracy:
                best, best_accuracy = model, val_accuracy
    return best, results


def two(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    pairs = list(itertools.product(learning_rates, regs))
    trained, results = [], {}
    model = classifier()
    for number, pair in enumerate(pairs):
        model.train(X_train, y_train, *pair, num_iters=num_iters)
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[1], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1], results


def three(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    def attempt(rate, reg):
        model.train(X_train, y_train, learning_rate=rate, reg=reg, num_iters=num_iters)

        def share(X, y):
            return float(np.count_nonzero(model.predict(X) == y) / y.size)

        return model, (share(X_train, y_train), share(X_val, y_val))

    model = classifier()
    models, results = {}, {}
    for rate in learning_rates:
        for reg in regs:
            models[rate, reg], results[rate, reg] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[pair][1])
    return models[best], results
