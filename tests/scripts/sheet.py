"""The contact sheet: every screen × size × theme, the site's own themes among them, and a page that shows them all."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ANZHI = os.environ["ANZHI"]
CONTENT = pathlib.Path(os.environ["SOURCE_DIR"], "content")
SIZES = ["1080x1920", "1920x1080", "1024x768", "3840x2160"]
BUILT_IN = ["light", "dark", "contrast"]
OWN = {"format": 1, "id": "kiosk", "title": "展厅", "base": "light", "colors": {"ground": "#DDEEDD", "ink": "#102010"}}
BROKEN = {"format": 1, "id": "broken", "title": "写错了", "base": "light", "colors": {"ground": "浅绿"}}


def screens():
    """As the program itself names them."""
    told = subprocess.run([ANZHI, "shot", "--screen", "nothing"], capture_output=True, text=True, check=False).stderr
    return re.search(r"要写 (.+)。", told).group(1).split("、")


class Sheet(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="anzhi-sheet-"))
        content = cls.folder / "content"
        shutil.copytree(CONTENT, content)
        shutil.rmtree(content / "theme", ignore_errors=True)
        (content / "theme").mkdir()
        for theme in (OWN, BROKEN):
            (content / "theme" / f"{theme['id']}.json").write_text(json.dumps(theme), encoding="utf-8")
        cls.pictures = cls.folder / "pictures"
        subprocess.run([ANZHI, "sheet", "-o", cls.pictures, "--content", content], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def picture(self, screen, size, theme, large):
        return self.pictures / f"{screen}-{size}-{theme}{'-large' if large else ''}.png"

    def all(self, themes):
        return [(screen, size, theme, large) for size in SIZES for large in (False, True) for theme in themes
                for screen in screens()]

    def test_it_holds_every_screen_size_and_theme_and_nothing_else(self):
        wanted = {self.picture(*each).name for each in self.all([*BUILT_IN, OWN["id"]])}
        self.assertEqual({path.name for path in self.pictures.glob("*.png")}, wanted)
        for name in ("attract", "question", "feedback", "result", "review", "card", "cards", "idle", "about", "admin",
                     "holding", "duo"):
            self.assertIn(name, screens())

    def test_every_picture_is_one_of_its_size(self):
        for each in self.all([*BUILT_IN, OWN["id"]]):
            head = self.picture(*each).read_bytes()[:24]
            size = f"{int.from_bytes(head[16:20], 'big')}x{int.from_bytes(head[20:24], 'big')}"
            self.assertEqual((head[:8], size), (b"\x89PNG\r\n\x1a\n", each[1]))

    def test_the_sites_own_theme_looks_like_itself(self):
        """A theme that was passed over would show its base."""
        for screen, size, theme, large in self.all([OWN["id"]]):
            own = self.picture(screen, size, theme, large).read_bytes()
            for other in BUILT_IN:
                base = self.picture(screen, size, other, large).read_bytes()
                self.assertTrue(own != base, f"{screen} {size} looks like {other}")

    def test_the_page_shows_every_picture(self):
        page = (self.pictures / "index.html").read_text(encoding="utf-8")
        self.assertEqual(set(re.findall(r'<img [^>]*src="([^"]+)"', page)),
                         {path.name for path in self.pictures.glob("*.png")})


if __name__ == "__main__":
    unittest.main(verbosity=1)
