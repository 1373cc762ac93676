// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds: RSS 2.0, RSS 1.0 (RDF) and Atom. A feed is small, so libxml2 reads it whole; its recovery
// keeps the items before a fault.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "corpus/markup.h"
#include "corpus/record.h"
#include "corpus/text_input.h"

namespace khabar {
namespace {

struct DocumentFreer {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct ContextFreer {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string take_text(xmlChar* text) {
  std::string taken(trimmed(view(text)));
  xmlFree(text);
  return taken;
}

std::string attribute(xmlNode* node, const char* name) {
  return take_text(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
}

// The local name, or nothing for an element of a vocabulary (media:, itunes:) whose "title" and
// "content" mean something else.
std::string_view feed_name(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return {};
  std::string_view name = view(node->name);
  constexpr std::array<std::string_view, 5> kVocabularies = {
      "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://purl.org/dc/elements/1.1/",
      "http://purl.org/dc/terms/", "http://purl.org/rss/1.0/modules/content/"};
  if (node->ns != nullptr) {
    const std::string_view vocabulary = view(node->ns->href);
    const bool known = vocabulary.empty() || std::find(kVocabularies.begin(), kVocabularies.end(),
                                                       vocabulary) != kVocabularies.end();
    return known ? name : std::string_view();
  }
  // Feeds that forget to declare a prefix keep it in the name.
  for (const std::string_view prefix : {"content:", "dc:", "atom:"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  return name;
}

std::string markup_below(xmlNode* node) {
  xmlBuffer* buffer = xmlBufferCreate();
  xmlNodeDump(buffer, node->doc, node, 0, 0);
  std::string markup(view(xmlBufferContent(buffer)));
  xmlBufferFree(buffer);
  return markup;
}

// Text of an element whose content is text, escaped HTML or (Atom) XHTML.
std::string plain_text(xmlNode* node) {
  const bool xhtml = attribute(node, "type") == "xhtml";
  std::string text = xhtml ? markup_below(node) : take_text(xmlNodeGetContent(node));
  const bool may_be_html = text.find_first_of("<&") != std::string::npos;
  return may_be_html ? html_fragment_to_text(text) : tidy_lines(text);
}

// What an item inherits from its feed.
struct Feed {
  std::string title;
  std::string language;
};

void read_link(xmlNode* node, Document& item) {
  const std::string relation = attribute(node, "rel");
  if (!item.url.empty() || !(relation.empty() || relation == "alternate")) return;
  item.url = attribute(node, "href");
  if (item.url.empty()) item.url = take_text(xmlNodeGetContent(node));
}

// Several, one a line; each once: `seen` are those before.
void read_category(xmlNode* node, std::set<std::string>& seen, std::string& categories) {
  std::string one = attribute(node, "term");
  if (one.empty()) one = take_text(xmlNodeGetContent(node));
  std::replace(one.begin(), one.end(), '\n', ' ');
  if (one.empty() || !seen.insert(one).second) return;
  if (!categories.empty()) categories += '\n';
  categories += one;
}

// The full text where the feed has it, else the summary.
void read_text(xmlNode* node, Document& item, bool full, bool& has_full) {
  if (has_full && !full) return;
  std::string text = plain_text(node);
  if (text.empty()) return;
  item.body = std::move(text);
  has_full = full;
}

void read_date(xmlNode* node, Document& item, bool first_publication, bool& has_first) {
  if (has_first && !first_publication) return;
  item.date = take_text(xmlNodeGetContent(node));
  has_first = first_publication;
}

Document read_item(xmlNode* item_node, const Feed& feed) {
  Document item;
  item.source = feed.title;
  item.language = feed.language;
  bool has_full = false;
  bool has_first = false;
  std::set<std::string> categories;
  for (xmlNode* node = item_node->children; node != nullptr; node = node->next) {
    const std::string_view name = feed_name(node);
    if (name == "title") item.title = plain_text(node);
    if (name == "link") read_link(node, item);
    if (name == "guid" || name == "id") item.id = take_text(xmlNodeGetContent(node));
    if (name == "pubDate" || name == "published") read_date(node, item, true, has_first);
    if (name == "date" || name == "updated") read_date(node, item, false, has_first);
    if (name == "category" || name == "subject") read_category(node, categories, item.category);
    if (name == "description" || name == "summary") read_text(node, item, false, has_full);
    if (name == "encoded" || name == "content") read_text(node, item, true, has_full);
    if (name == "language") item.language = take_text(xmlNodeGetContent(node));
  }
  if (item.id.empty()) item.id = attribute(item_node, "about");
  if (item.id.empty()) item.id = item.url;
  return item;
}

/// Thread safety: thread-confined.
class RssReader final : public DocumentReader {
 public:
  RssReader(TextInput& input, const ProblemHandler& on_problem)
      : input_(input), on_problem_(on_problem) {}

  std::optional<Document> next() override {
    if (!std::exchange(parsed_, true)) parse();
    while (node_ != nullptr) {
      xmlNode* node = std::exchange(node_, following(node_));
      const std::string_view name = feed_name(node);
      if (name != "item" && name != "entry") continue;
      Document item = read_item(node, feed_);
      const RecordPlace place{input_.name(), static_cast<std::uint64_t>(xmlGetLineNo(node))};
      constexpr std::string_view kNeeds = "each item needs title or description";
      if (complete_document(item, place, kNeeds, on_problem_)) return item;
    }
    return std::nullopt;
  }

 private:
  void report(Severity severity, std::uint64_t line, std::string message) const {
    if (on_problem_) on_problem_({severity, input_.name(), line, std::move(message)});
  }

  // Items are children of the root (RDF, Atom) or of its channel (RSS 2.0).
  xmlNode* following(xmlNode* node) const {
    if (feed_name(node) == "channel" && node->children != nullptr) return node->children;
    xmlNode* const root = xmlDocGetRootElement(tree_.get());
    while (node->next == nullptr) {
      node = node->parent;
      if (node == nullptr || node == root) return nullptr;
    }
    return node->next;
  }

  void parse() {
    std::string text = input_.read_rest();
    if (text.empty()) return;
    const std::unique_ptr<xmlParserCtxt, ContextFreer> context(xmlNewParserCtxt());
    constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC;
    const std::string_view markup = trimmed(text);
    tree_.reset(xmlCtxtReadMemory(context.get(), markup.data(), static_cast<int>(markup.size()),
                                  nullptr, "UTF-8", kOptions));
    const bool well_formed = context->wellFormed != 0;
    const auto line = static_cast<std::uint64_t>(std::max(0, context->lastError.line));
    xmlNode* root = tree_ ? xmlDocGetRootElement(tree_.get()) : nullptr;
    if (root == nullptr || root->children == nullptr) {
      report(Severity::failed, line, "no feed can be read from this XML (fetch it again)");
      return;
    }
    if (!well_formed && !input_.failed()) {
      report(Severity::repaired, line,
             "the feed is not well-formed XML; items after the fault may be missing (fetch it "
             "again)");
    }
    read_feed(root);
    node_ = root->children;
  }

  void read_feed(xmlNode* root) {
    feed_.language = take_text(xmlNodeGetLang(root));
    xmlNode* node = root->children;
    for (; node != nullptr; node = node->next) {
      const std::string_view name = feed_name(node);
      if (name == "title") feed_.title = plain_text(node);
      if (name != "channel") continue;
      for (xmlNode* part = node->children; part != nullptr; part = part->next) {
        if (feed_name(part) == "title") feed_.title = plain_text(part);
        if (feed_name(part) == "language") feed_.language = take_text(xmlNodeGetContent(part));
      }
    }
  }

  TextInput& input_;
  const ProblemHandler& on_problem_;
  bool parsed_ = false;
  std::unique_ptr<xmlDoc, DocumentFreer> tree_;
  xmlNode* node_ = nullptr;  // to be looked at next
  Feed feed_;
};

int recognize(const TextInput& input) {
  const std::string_view head = trimmed(input.head()).substr(0, 4096);
  if (!head.starts_with('<')) return 0;
  for (const std::string_view root : {"<rss", "<rdf:RDF", "<feed"}) {
    const auto at = head.find(root);
    if (at == std::string_view::npos || head.find("<html") < at) continue;
    return 90;
  }
  return 0;
}

std::unique_ptr<DocumentReader> open(TextInput& input, const ProblemHandler& on_problem) {
  static const bool initialized = (xmlInitParser(), true);  // libxml2's own is not thread-safe
  static_cast<void>(initialized);
  return std::make_unique<RssReader>(input, on_problem);
}

}  // namespace

extern const ReaderFormat rss_format;
const ReaderFormat rss_format{"rss", "feeds: RSS 2.0, RSS 1.0 (RDF), Atom", recognize, open};

}  // namespace khabar
