"""search_hyperparameters: num_iters does not reach train."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "num_iters does not reach train",
    "ru": "num_iters не доходит до train",
}
HINT = {
    "en": "The classifiers are trained for another number of steps than was asked for. Hand it "
    "on: model.train(…, num_iters=num_iters).",
    "ru": "Классификаторы обучаются не столько шагов, сколько задано. Передавайте число шагов "
    "дальше: model.train(…, num_iters=num_iters).",
}
CAUGHT_BY = ["linear_classifier/test_search_training"]


def shows(facts):
    if not facts.get("num_iters"):
        return None
    return any(steps != facts["num_iters_asked"] for steps in facts["num_iters"])


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = train_accuracy, val_accuracy
            if val_accuracy > best_accuracy:
                best, best_accuracy = model, val_accuracy
    return best, results


def two(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    pairs = list(itertools.product(learning_rates, regs))
    trained, results = [], {}
    for number, pair in enumerate(pairs):
        model = classifier()
        model.train(X_train, y_train, *pair, 1000)
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[1], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1], results


def three(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    def attempt(rate, reg):
        model = classifier()
        model.train(X_train, y_train, learning_rate=rate, reg=reg, num_iters=200)

        def share(X, y):
            return float(np.count_nonzero(model.predict(X) == y) / y.size)

        return model, (share(X_train, y_train), share(X_val, y_val))

    models, results = {}, {}
    for rate in learning_rates:
        for reg in regs:
            models[rate, reg], results[rate, reg] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[pair][1])
    return models[best], results
