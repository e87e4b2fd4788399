from tests.search.engine.fixtures import filled_engine, new_engine

__all__ = ["filled_engine", "new_engine"]
