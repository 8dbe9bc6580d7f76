from tests.listings.gathering import boards, clean_cache, fetched, source

__all__ = ["boards", "clean_cache", "fetched", "source"]
