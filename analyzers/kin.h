// SPDX-License-Identifier: GPL-2.0-or-later
// Words of one family that are a last resort for each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace khabar {

/// Stems that are of the family of an Arabic one or share a spelling with it: sadiq "friend" ->
/// sadiqa, of a woman, and sadiqi "my friend"; alqa "he threw" <-> laqiya "he met", whose presents
/// are one in writing, so that the stem of yulqi is but one of the two. Empty where there are none.
/// Source: data/ar/kin.txt, written; data/ar/verbs.txt. Wrong for: verbs of one form whose senses
/// are far apart (aslama "he became a Muslim", salima "he was safe").
/// Thread safety: thread-safe.
std::vector<std::string> arabic_kin(std::string_view stem);

/// The same of a Persian stem:
/// - by data/fa/kin.txt, written: daqiq "exact" <-> daqiqan "exactly", serqat "theft" <-> sareq;
/// - an Arabic event and its participle, by their patterns: ta'assob <-> mote'asseb, e'tedal <->
///   mo'tadel, enfejar <-> monfajer, esteqlal <-> mostaqell, este'fa <-> mosta'fi;
/// - who or what does something and the doing, by the endings of data/fa/agents.txt: bankdar
///   "banker" <-> bankdari "banking";
/// - words in -ism, -ist and -isti.
/// Each is attested and its own stem. Wrong for: events whose participle is known for another thing
/// (ejtema' "gathering", mojtama' "complex of buildings").
/// Thread safety: thread-safe.
std::vector<std::string> persian_kin(std::string_view stem);

}  // namespace khabar
