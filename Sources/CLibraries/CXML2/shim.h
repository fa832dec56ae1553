#pragma once
// Debian builds the library with ICU, whose header declares what Foundation's own copy of ICU declares too, differently: a
// module that sees both does not compile. Only a private struct that Swift never touches needs it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/// `xmlFree` is a mutable global, a macro in threaded builds: Swift can reach neither safely.
static inline void gb_xml_free(void *_Nullable memory) { xmlFree(memory); }

/// A fragment read as UTF-8: no network, no messages, no encoding taken from the text. Whether the parser gave up (too deep)
/// is told through `halted`, whose field moves between versions of the library. NULL when memory is short or nothing was read.
static inline xmlDocPtr _Nullable gb_html_read(const char *_Nonnull bytes, int count, int *_Nonnull halted) {
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (context == NULL) return NULL;
    xmlDocPtr document = htmlCtxtReadMemory(
        context, bytes, count, NULL, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD
            | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
    *halted = context->disableSAX != 0;
    htmlFreeParserCtxt(context);
    return document;
}
