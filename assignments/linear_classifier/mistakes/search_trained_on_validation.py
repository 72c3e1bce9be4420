"""search_hyperparameters: it trains on the validation examples."""

import itertools

import numpy as np

FUNCTIONS = ["linear_classifier.search_hyperparameters"]
RESULT = None
TITLE = {
    "en": "The classifiers are trained on the validation set",
    "ru": "Классификаторы обучены на валидационной выборке",
}
HINT = {
    "en": "`train` gets rows of X_val. Then the validation accuracy is that of examples "
    "already seen, and says nothing about new ones: train on X_train alone.",
    "ru": "`train` получает строки из X_val. Тогда точность на валидации — это точность на уже "
    "виденных примерах, и о новых она ничего не говорит: обучайте только на X_train.",
}
CAUGHT_BY = ["linear_classifier/test_search_training"]


def shows(facts):
    if "rows" not in facts:
        return None
    return any(np.max(rows, initial=0) >= facts["num_train"] for rows in facts["rows"])


def one(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_val, y_val, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
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
        model.train(
            np.vstack([X_train, X_val]), np.append(y_train, y_val), *pair, num_iters=num_iters
        )
        data = [(X_train, y_train), (X_val, y_val)]
        accuracies = [sum(model.predict(X) == y) / len(y) for X, y in data]
        results[pair] = accuracies[0], accuracies[1]
        trained.append(((-accuracies[1], number), model))
    trained = [(order[1], model) for order, model in sorted(trained, key=lambda item: item[0])]
    return trained[0][1], results


def three(classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200):
    def attempt(rate, reg):
        model = classifier()
        model.train(*everything, learning_rate=rate, reg=reg, num_iters=num_iters)

        def share(X, y):
            return float(np.count_nonzero(model.predict(X) == y) / y.size)

        return model, (share(X_train, y_train), share(X_val, y_val))

    everything = np.concatenate([X_train, X_val]), np.concatenate([y_train, y_val])
    models, results = {}, {}
    for rate in learning_rates:
        for reg in regs:
            models[rate, reg], results[rate, reg] = attempt(rate, reg)
    best = max(models, key=lambda pair: results[pair][1])
    return models[best], results
