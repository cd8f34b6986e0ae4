gk_unit(new_kind work)
