"""search_hyperparameters: the validation accuracy comes first."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "The two accuracies are swapped",
    "ru": "Две точности переставлены",
}
HINT = {
    "en": "Each result is a pair of the training accuracy and the validation accuracy, in this "
    "order. Yours are the other way round, and overfitting looks like its opposite.",
    "ru": "Каждый результат — пара: точность на обучающей выборке, затем на валидационной. У "
    "вас наоборот, и переобучение выглядит своей противоположностью.",
}
CAUGHT_BY = ["linear_classifier/test_search_accuracies"]


def shows(facts):
    results = facts.get("results")
    if results is None or not all(pair in results for pair in facts["pairs"]):
        return None
    wanted = [(val, train) for train, val in facts["accuracies"]]
    found = [results[pair] for pair in facts["pairs"]]
    return np.shape(found) == np.shape(wanted) and np.allclose(found, wanted)


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = val_accuracy, train_accuracy
            if val_accuracy > best_accuracy:
                best, best_accuracy = model, val_accuracy
    return best, results


def two(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    pairs = list(itertools.product(learning_rates, regs))
    trained, results = [], {}
    for number, pair in enumerate(pairs):
        model = classifier()
        model.train(X_train, y_train, *pair, num_iters=num_iters)
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[1], accuracies[0]
        trained.append(((-accuracies[1], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1], results


def three(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    def attempt(rate, reg):
        model = classifier()
        model.train(X_train, y_train, learning_rate=rate, reg=reg, num_iters=num_iters)

        def share(X, y):
            return float(np.count_nonzero(model.predict(X) == y) / y.size)

        return model, (share(X_val, y_val), share(X_train, y_train))

    models, results = {}, {}
    for rate in learning_rates:
        for reg in regs:
            models[rate, reg], results[rate, reg] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[pair][0])
    return models[best], results
