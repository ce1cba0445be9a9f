"""The picture of a network: where its nodes stand, how they look, how one moves among them."""
