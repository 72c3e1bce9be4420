"""search_hyperparameters: the results have other keys than the pairs."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "The results are not under the pairs (learning rate, reg)",
    "ru": "Результаты лежат не под парами (learning_rate, reg)",
}
HINT = {
    "en": "The keys of your results are not the pairs. Write results[learning_rate, reg] = …: "
    "the learning rate comes first, and each pair has a key of its own.",
    "ru": "Ключи ваших результатов — не пары. Пишите results[learning_rate, reg] = …: сначала "
    "learning_rate, и у каждой пары свой ключ.",
}
CAUGHT_BY = ["linear_classifier/test_search_pairs", "linear_classifier/test_search_accuracies"]


def shows(facts):
    if facts.get("results") is None:
        return None
    return not any(pair in facts["results"] for pair in facts["pairs"])


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[reg, learning_rate] = train_accuracy, val_accuracy
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
        results[number] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[1], number), model))
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
            models[rate, reg], results[f"{rate}, {reg}"] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[f"{pair[0]}, {pair[1]}"][1])
    return models[best], results
