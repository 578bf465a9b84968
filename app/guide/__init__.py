"""The visitation guide: the catalogue of offers and what came of them."""
