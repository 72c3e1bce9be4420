"""What students get: the stubs, the public tests and the handout, as one zip."""

from grader.handout.archive import to_zip
from grader.handout.contents import contents

__all__ = ["contents", "to_zip"]
