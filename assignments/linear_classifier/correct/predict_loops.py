"""predict with loops."""

FUNCTIONS = {"linear_classifier.LinearClassifier.predict": "predict"}
TITLE = {"en": "predict with loops", "ru": "predict с циклами"}


def predict(self, X):
    labels = []
    for x in X:
        best = 0
        for c in range(1, self.W.shape[1]):
            if x @ self.W[:, c] > x @ self.W[:, best]:
                best = c
        labels.append(best)
    return labels
