file(GLOB cases CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests/cli ${PROJECT_SOURCE_DIR}/tests/cli/*/cmd)
foreach(case IN LISTS cases)
  get_filename_component(case ${case} DIRECTORY)
  add_test(NAME cli/${case}
    COMMAND ${PROJECT_SOURCE_DIR}/tests/cli/run-case.sh $<TARGET_FILE:gk> ${PROJECT_SOURCE_DIR}/tests/cli/${case})
endforeach()

# What is printed as JSON, against schemas/output.
add_executable(fits ${PROJECT_SOURCE_DIR}/tests/output/fits.c)
target_link_libraries(fits PRIVATE gk_format gk_flags)
add_test(NAME cli-json
  COMMAND ${PROJECT_SOURCE_DIR}/tests/output/run.sh $<TARGET_FILE:gk> $<TARGET_FILE:fits> ${PROJECT_SOURCE_DIR})
