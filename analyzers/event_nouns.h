// SPDX-License-Identifier: GPL-2.0-or-later
// The nouns of an event, and the words that tell of it otherwise.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khabar {

/// The masdars of a verb's stem, or the verb of a masdar: istaqala "he resigned" -> istiqala
/// "resignation"; waqa'a, of two verbs, "happened" -> wuqu' and "signed" -> tawqi'. Empty where
/// there is none.
/// Source: data/ar/masdars.txt, pairs of a pattern of the grammar in the same company, counted.
/// Wrong for: a noun of two verbs has the nearer one.
/// Thread safety: thread-safe.
std::vector<std::string> arabic_events(std::string_view stem);

/// Of a Persian noun's stem that of the adjective, participle or verb that tells of the same event
/// or state, and of such a word its nouns: gerani "dearness" -> geran "dear" (geran shod "became
/// dear"), mahkum "sentenced" -> mahkumiyat and hokm "sentence", aludegi "pollution" -> aludan,
/// enfejar "explosion" -> monfajer, larzesh "tremor" -> larzidan. Empty where there is none.
/// Source: data/fa/events.txt, pairs of a pattern of the grammar in the same company, counted.
/// Wrong for: ertefa' "height", mortafe' "settled"; moqarrari "allowance", moqarrar "due". Left
/// out: words of three letters, whose senses are many (bazi "game", baz "open"; but for chaq,
/// hokm), and rare nouns of a common word (majruhiyat, majruh). Thread safety: thread-safe.
std::vector<std::string> persian_events(std::string_view stem);

/// How two folded Persian words side by side are said with the other one of persian_events(): the
/// noun stands before what it happened to, the predicate behind: ra'is barkenar (shod) "the head
/// was dismissed" <-> barkenari-ye ra'is "the head's dismissal". They need not exist.
/// Thread safety: thread-safe.
std::vector<std::pair<std::string, std::string>> persian_rephrased(std::string_view first,
                                                                   std::string_view second);

}  // namespace khabar
