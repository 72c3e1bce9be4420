"""CIFAR-10 for the accuracy tests: found, downloaded or synthetic, and mixed by a secret."""
