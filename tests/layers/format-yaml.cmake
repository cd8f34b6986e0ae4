gk_unit(yaml format)
gk_unit(yaml_write format)
gk_fuzz(yaml format)
gk_fuzz(splice format)
