from garbage import pair


def l2(W):
    return pair()


def l1(W):
    return pair()


def elastic_net(W, beta):
    return pair()
