"""The result as a QR code: a reader gets the words that stand beside it, from a picture of the screen."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

ANZHI = os.environ["ANZHI"]
CONTENT = os.path.join(os.environ["SOURCE_DIR"], "content")
SIZES = ["1080x1920", "1920x1080", "1024x768", "3840x2160"]


def shot(picture, *arguments):
    command = [ANZHI, "shot", "--content", CONTENT, "--screen", "code", "-o", picture, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read(picture):
    result = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True)
    return result.stdout.strip()


@unittest.skipUnless(shutil.which("zbarimg"), "zbarimg is not here")
class Code(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="anzhi-code-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.picture = os.path.join(self.folder, "code.png")

    def test_the_code_is_read_at_every_size_in_every_theme(self):
        for size in SIZES:
            for theme in ("light", "dark", "contrast"):
                shot(self.picture, "--size", size, "--theme", theme, "--seed", "3")
                self.assertTrue(read(self.picture).startswith("安知：80分，网安能手\n"), (size, theme))

    def test_the_code_holds_what_stands_beside_it(self):
        for seed in range(1, 13):
            arguments = ["--size", "1080x1920", "--seed", str(seed), "--state", f"missed={seed % 6}"]
            listed = shot(self.picture, *arguments, "--dump")
            commands = [json.loads(line) for line in listed.splitlines() if line.startswith("{")]
            seen = "".join(c["text"] for c in commands if c["kind"] == "text" and c["role"] == "body")
            self.assertEqual(read(self.picture).replace("\n", ""), seen, seed)

    def test_the_code_leads_nowhere(self):
        shot(self.picture, "--size", "1080x1920", "--seed", "5")
        text = read(self.picture)
        self.assertTrue(text)
        for sign in ("http", "www", "://", ".cn", ".com", "@"):
            self.assertNotIn(sign, text)


if __name__ == "__main__":
    unittest.main(verbosity=1)
