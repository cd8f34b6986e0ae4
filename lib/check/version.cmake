# Writes OUT: a header with one digest of the files INPUTS.
set(digests "")
foreach(input IN LISTS INPUTS)
  file(SHA256 ${input} digest)
  string(APPEND digests "${digest}\n")
endforeach()
string(SHA256 version "${digests}")
file(CONFIGURE OUTPUT ${OUT} CONTENT "/* Made by version.cmake. */\n#define GK_RULES_VERSION \"${version}\"\n")
