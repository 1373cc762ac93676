// SPDX-License-Identifier: GPL-2.0-or-later
// Lucene as a peer of khabar: its Arabic and Persian analyzers, BM25, top-10 of an OR query. See
// bench/peers/README.md for what every peer is asked.
//   LucenePeer index   LANGUAGE CORPUS INDEX THREADS
//   LucenePeer run     LANGUAGE INDEX TOPICS RUN
//   LucenePeer time    LANGUAGE INDEX QUERIES ROUNDS words|phrase SECONDS
//   LucenePeer analyze LANGUAGE CORPUS ROUNDS
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public class LucenePeer {
  static final String TEXT = "text";

  static Analyzer analyzer(String language) {
    return language.equals("fa") ? new PersianAnalyzer() : new ArabicAnalyzer();
  }

  static BufferedReader open(String path) throws IOException {
    InputStream in = Files.newInputStream(Paths.get(path));
    if (path.endsWith(".gz")) in = new GZIPInputStream(in, 1 << 16);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Reads one flat JSON object: strings are kept, other values are passed over. */
  static final class JsonLine {
    private final String line;
    private int at = 0;

    JsonLine(String line) {
      this.line = line;
    }

    Map<String, String> fields() {
      Map<String, String> fields = new HashMap<>();
      for (at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at)) {
        String name = string();
        at = line.indexOf(':', at) + 1;
        while (line.charAt(at) == ' ') at++;
        if (line.charAt(at) == '"') {
          fields.put(name, string());
        } else {
          while (",}".indexOf(line.charAt(at)) < 0) at++;
        }
      }
      return fields;
    }

    private String string() {
      int plain = ++at;
      while (line.charAt(at) != '"' && line.charAt(at) != '\\') at++;
      if (line.charAt(at) == '"') return line.substring(plain, at++);
      StringBuilder text = new StringBuilder(line.substring(plain, at));
      for (; line.charAt(at) != '"'; at++) {
        text.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at));
      }
      at++;
      return text.toString();
    }

    private char escaped() {
      char c = line.charAt(++at);
      switch (c) {
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        case 'b': return '\b';
        case 'f': return '\f';
        case 'u':
          at += 4;
          return (char) Integer.parseInt(line.substring(at - 3, at + 1), 16);
        default: return c;
      }
    }
  }

  // Positions, stored text and ids, as khabar's index has them; ids are read from doc values.
  static Document document(String line) {
    Map<String, String> fields = new JsonLine(line).fields();
    String title = fields.getOrDefault("title", "");
    String body = fields.getOrDefault("body", "");
    Document document = new Document();
    document.add(new StringField("id", fields.get("id"), Field.Store.NO));
    document.add(new BinaryDocValuesField("key", new BytesRef(fields.get("id"))));
    document.add(new StoredField("title", title));
    document.add(new StoredField("body", body));
    document.add(new TextField(TEXT, title + "\n" + body, Field.Store.NO));
    return document;
  }

  static void index(String language, String corpus, Path folder, int threads) throws Exception {
    long start = System.nanoTime();
    AtomicInteger documents = new AtomicInteger();
    IndexWriterConfig config = new IndexWriterConfig(analyzer(language));
    config.setRAMBufferSizeMB(256).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config)) {
      BlockingQueue<String> lines = new ArrayBlockingQueue<>(1000);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(new Thread(() -> {
          try {
            for (String line = lines.take(); !line.isEmpty(); line = lines.take()) {
              writer.addDocument(document(line));
              documents.incrementAndGet();
            }
          } catch (Exception error) {
            error.printStackTrace();
            System.exit(2);
          }
        }));
        workers.get(i).start();
      }
      try (BufferedReader reader = open(corpus)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!line.isEmpty()) lines.put(line);
        }
      }
      for (int i = 0; i < threads; i++) lines.put("");
      for (Thread worker : workers) worker.join();
      writer.commit();
    }
    System.out.printf("{\"documents\": %d, \"seconds\": %.4f}%n", documents.get(),
        (System.nanoTime() - start) / 1e9);
  }

  static Query words(Analyzer analyzer, String text) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term(TEXT, term.toString())), BooleanClause.Occur.SHOULD);
      }
      tokens.end();
    }
    return query.build();
  }

  static Query phrase(Analyzer analyzer, String text) throws IOException {
    PhraseQuery.Builder query = new PhraseQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      for (int position = -1; tokens.incrementToken();) {
        position += step.getPositionIncrement();
        query.add(new Term(TEXT, term.toString()), position);
      }
      tokens.end();
    }
    return query.build();
  }

  static IndexSearcher searcher(Path folder) throws IOException {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
    searcher.setSimilarity(new BM25Similarity());
    searcher.setQueryCache(null);
    return searcher;
  }

  static String id(IndexSearcher searcher, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues keys = leaf.reader().getBinaryDocValues("key");
    keys.advanceExact(document - leaf.docBase);
    return keys.binaryValue().utf8ToString();
  }

  static void run(String language, Path folder, String topics, String run) throws IOException {
    IndexSearcher searcher = searcher(folder);
    Analyzer analyzer = analyzer(language);
    try (BufferedReader reader = open(topics);
        PrintWriter out = new PrintWriter(run, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] topic = line.split("\t", 2);
        int rank = 0;
        for (ScoreDoc hit : searcher.search(words(analyzer, topic[1]), 1000).scoreDocs) {
          String article = id(searcher, hit.doc);
          out.printf("%s Q0 %s %d %.6f lucene%n", topic[0], article, ++rank, hit.score);
        }
      }
    }
  }

  static double searchOnce(IndexSearcher searcher, Analyzer analyzer, String text, boolean phrase)
      throws IOException {
    long start = System.nanoTime();
    Query query = phrase ? phrase(analyzer, text) : words(analyzer, text);
    for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) id(searcher, hit.doc);
    return (System.nanoTime() - start) / 1e3;
  }

  // The machine code of a running service is warm: three rounds, and a while, are not counted.
  static void time(Path folder, Analyzer analyzer, List<String> queries, int rounds, boolean phrase,
      double seconds) throws IOException {
    IndexSearcher searcher = searcher(folder);
    long start = System.nanoTime();
    double warm = Math.min(2, seconds) * 1e9;
    for (int round = 0; round < 3 || System.nanoTime() - start < warm; round++) {
      for (String query : queries) searchOnce(searcher, analyzer, query, phrase);
    }
    start = System.nanoTime();
    double[] times = new double[rounds * queries.size()];
    int count = 0;
    for (int round = 0; round < rounds; round++) {
      for (String query : queries) {
        if (System.nanoTime() - start > seconds * 1e9) continue;
        times[count++] = searchOnce(searcher, analyzer, query, phrase);
      }
    }
    Arrays.sort(times, 0, count);
    System.out.printf("{\"searches\": %d, \"p50\": %.1f, \"p90\": %.1f, \"p99\": %.1f}%n", count,
        rank(times, count, .5), rank(times, count, .9), rank(times, count, .99));
  }

  static double rank(double[] sorted, int count, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }

  static long analyzeAll(Analyzer analyzer, List<String> texts) throws IOException {
    long count = 0;
    for (String text : texts) {
      try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
        tokens.addAttribute(CharTermAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) count++;
        tokens.end();
      }
    }
    return count;
  }

  // Text to tokens and nothing else; megabytes are of UTF-8, as for khabar.
  static void analyze(String language, String corpus, int rounds) throws IOException {
    Analyzer analyzer = analyzer(language);
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    try (BufferedReader reader = open(corpus)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Map<String, String> fields = new JsonLine(line).fields();
        texts.add(fields.getOrDefault("title", "") + "\n" + fields.getOrDefault("body", ""));
        bytes += texts.get(texts.size() - 1).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    long start = System.nanoTime();
    long tokens = analyzeAll(analyzer, texts);
    while (System.nanoTime() - start < 4e9) analyzeAll(analyzer, texts);
    StringBuilder speeds = new StringBuilder();
    for (int round = 0; round < rounds; round++) {
      start = System.nanoTime();
      analyzeAll(analyzer, texts);
      double seconds = (System.nanoTime() - start) / 1e9;
      speeds.append(round == 0 ? "" : ", ").append(String.format("%.3f", bytes / 1e6 / seconds));
    }
    System.out.printf("{\"tokens\": %d, \"bytes\": %d, \"mb_s\": [%s]}%n", tokens, bytes, speeds);
  }

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "index":
        index(args[1], args[2], Paths.get(args[3]), Integer.parseInt(args[4]));
        break;
      case "run":
        run(args[1], Paths.get(args[2]), args[3], args[4]);
        break;
      case "time":
        time(Paths.get(args[2]), analyzer(args[1]), Files.readAllLines(Paths.get(args[3])),
            Integer.parseInt(args[4]), args[5].equals("phrase"), Double.parseDouble(args[6]));
        break;
      case "analyze":
        analyze(args[1], args[2], Integer.parseInt(args[3]));
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
  }
}
