gk_unit(new_kind work)
gk_unit(renumber work)
