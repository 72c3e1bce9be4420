"""search_hyperparameters: the best classifier or the results are not returned."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "The best classifier or the results are missing",
    "ru": "Нет лучшего классификатора или результатов",
}
HINT = {
    "en": "The function must return two things, `return best, results`: the trained classifier "
    "itself, and the accuracies of all pairs.",
    "ru": "Функция должна возвращать пару: `return best, results` — сам обученный "
    "классификатор и точности для всех пар.",
}
CAUGHT_BY = [
    "linear_classifier/test_search_pairs",
    "linear_classifier/test_search_training",
    "linear_classifier/test_search_new_classifiers",
    "linear_classifier/test_search_accuracies",
    "linear_classifier/test_search_best",
]


def shows(facts):
    return None if "is_pair" not in facts else not facts["is_pair"]


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    results = {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = train_accuracy, val_accuracy
    return results


def two(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    pairs = list(itertools.product(learning_rates, regs))
    trained, results = [], {}
    for number, pair in enumerate(pairs):
        model = classifier()
        model.train(X_train, y_train, *pair, num_iters=num_iters)
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[1], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1]


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
    best = max(models, key=lambda pair: results[pair][1])
    return models[best]
