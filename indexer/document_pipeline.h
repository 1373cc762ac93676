// SPDX-License-Identifier: GPL-2.0-or-later
// Documents go in on one thread, are analyzed on several, and come out on one more in the order
// they went in.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "corpus/document.h"
#include "indexer/document_terms.h"

namespace khabar {

/// Thread safety: thread-confined to the thread that made it; `write` runs on a thread of the
/// pipeline's own.
class DocumentPipeline {
 public:
  using Write = std::function<void(Document&&, IndexableDocument&&)>;

  /// `language` as in WriterOptions. Throws IndexError where the threads cannot be started. What
  /// `write` or the analysis throws (std::bad_alloc) comes out of the next add() or drain().
  DocumentPipeline(unsigned threads, std::string language, Write write);
  DocumentPipeline(const DocumentPipeline&) = delete;
  DocumentPipeline& operator=(const DocumentPipeline&) = delete;
  /// Drops what has not been written yet.
  ~DocumentPipeline();

  /// Waits while the queue is full.
  void add(Document document);
  /// Waits until everything added has been written.
  void drain();

 private:
  enum class Stage : unsigned char { waiting, analyzing, ready };
  struct Slot {
    Document document;
    IndexableDocument indexable;
    Stage stage = Stage::waiting;
    std::size_t bytes = 0;  // of its text
  };

  void stop();
  void analyze_documents();
  void write_documents();
  void fail(std::exception_ptr failure);  // under mutex_
  void throw_failure();

  const std::string language_;
  const Write write_;
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Slot>
      slots_;  // guarded by mutex_; references stay valid while other slots come and go at the ends
  std::size_t bytes_ = 0;       // guarded by mutex_; of all slots
  bool stopping_ = false;       // guarded by mutex_
  std::exception_ptr failure_;  // guarded by mutex_
  std::vector<std::jthread> threads_;
};

}  // namespace khabar
