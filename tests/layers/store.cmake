gk_unit(source store)
gk_unit(folders store)
gk_unit(source_plain store)
gk_unit(gitindex store)
gk_unit(transaction store)
gk_unit(transaction_histories store)
gk_unit(range store)
gk_unit(backup store)

# Writers stopped or failed at their system calls.  Built from the sources without sanitizers:
# it is started a thousand times, and the unit tests run the same code with them.
add_executable(fault ${PROJECT_SOURCE_DIR}/tests/fault/fault.c)
target_link_libraries(fault PRIVATE gk_flags)
set(writer_sources ${PROJECT_SOURCE_DIR}/tests/fault/writer.c)
foreach(layer IN ITEMS base store)
  get_target_property(sources gk_${layer} SOURCES)
  list(FILTER sources EXCLUDE REGEX "^(backup|index|catalogue|legal|restore|script|table|token)")
  list(TRANSFORM sources PREPEND ${PROJECT_SOURCE_DIR}/lib/${layer}/)
  list(APPEND writer_sources ${sources})
endforeach()
add_executable(writer ${writer_sources})
target_include_directories(writer PRIVATE ${PROJECT_SOURCE_DIR}/lib)
target_compile_options(writer PRIVATE -fno-sanitize=all)
target_link_options(writer PRIVATE -fno-sanitize=all)
pkg_check_modules(WRITER REQUIRED IMPORTED_TARGET libgit2 libutf8proc libcrypto)
target_link_libraries(writer PRIVATE gk_flags PkgConfig::WRITER)
# clang-tidy sees each source once: twice in one process, it gives false reports.
set_target_properties(writer PROPERTIES EXPORT_COMPILE_COMMANDS OFF)
# All points in `./dev fault`: here so many that the whole takes a minute or two.
foreach(how IN ITEMS kill ENOSPC EIO EROFS)
  foreach(what IN ITEMS add save)
    add_test(NAME fault/${how}-${what}
      COMMAND ${PROJECT_SOURCE_DIR}/tests/fault/campaign.sh $<TARGET_FILE:fault> $<TARGET_FILE:writer> ${how} 40 ${what})
  endforeach()
endforeach()

gk_unit(index store)
gk_unit(index_query store)
gk_unit(index_trouble store)
