"""What judge and worker run in, made from this machine: a folder for bwrap, an image for docker."""

from grader.sandbox.runtime.bundle import Bundle, build_bundle
from grader.sandbox.runtime.code import CodeLayer, code_layer
from grader.sandbox.runtime.engine import prune_images
from grader.sandbox.runtime.image import Image, ensure_image

__all__ = [
    "Bundle",
    "CodeLayer",
    "Image",
    "build_bundle",
    "code_layer",
    "ensure_image",
    "prune_images",
]
