"""The example of the README, run as it stands."""

from __future__ import annotations

import contextlib
import io
import os
import pathlib
import re
import unittest

README = pathlib.Path(os.environ["PASSERELLE_ROOT"], "openapi/python/README.md")


class Readme(unittest.TestCase):
    def test_the_example_says_what_the_readme_shows(self) -> None:
        text = README.read_text(encoding="utf-8")
        [example] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        [shown] = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(example.replace("http://localhost:8080", os.environ["PASSERELLE_URL"]), {"__name__": "example"})
        self.assertEqual(shown, printed.getvalue())


if __name__ == "__main__":
    unittest.main()
