gk_unit(annual_figures report)
gk_unit(annual_text report)
