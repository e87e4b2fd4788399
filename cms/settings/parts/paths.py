from pathlib import Path

from cms.settings.environment import read

BASE_DIR = Path(__file__).resolve().parents[3]
VAR_DIR = Path(read("DATA_DIR") or BASE_DIR / "var")
BUILD_DIR = BASE_DIR / "build"
