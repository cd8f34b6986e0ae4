file(GLOB cases CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests/cli ${PROJECT_SOURCE_DIR}/tests/cli/*/cmd)
foreach(case IN LISTS cases)
  get_filename_component(case ${case} DIRECTORY)
  add_test(NAME cli/${case}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/cli/run-case.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/cli/${case})
endforeach()
