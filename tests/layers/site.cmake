gk_unit(site_pages site)
gk_unit(site_moved site)
gk_unit(site_leaks site)
gk_unit(site_build site)
