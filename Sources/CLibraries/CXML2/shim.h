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

/// A whole document: no network, no external entities, no DTD, no messages; entities stay references, so that none can multiply.
/// `recover` keeps what can be read of a broken one. What was wrong is told through `line` (0 when nothing was) and `message`
/// (free with `gb_xml_free`): fields whose place and type move between versions of the library. NULL when nothing can be read.
static inline xmlDocPtr _Nullable gb_xml_read(
    const char *_Nonnull bytes, int count, const char *_Nullable encoding, int recover, int *_Nonnull line,
    xmlChar *_Nullable *_Nonnull message) {
    *line = 0;
    *message = NULL;
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL) return NULL;
    xmlDocPtr document = xmlCtxtReadMemory(
        context, bytes, count, NULL, encoding,
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES
            | XML_PARSE_COMPACT | (recover ? XML_PARSE_RECOVER : 0));
    if (context->lastError.level >= XML_ERR_ERROR) {
        *line = context->lastError.line > 0 ? context->lastError.line : 1;
        *message = xmlStrdup((const xmlChar *)(context->lastError.message ? context->lastError.message : ""));
    }
    xmlFreeParserCtxt(context);
    return document;
}
