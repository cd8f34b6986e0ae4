gk_unit(arena base)
gk_unit(error base)
