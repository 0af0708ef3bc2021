/** What `/draw` without anything behind it says: at most 12 lines of 76 columns. */
export const boardHelp = `Draw boxes and arrows, a line at a time (all in docs/whiteboard.md):
  [client] -> [gateway] 600/s -> [features: redis] p99 8ms x3 -> [ranker] x4
  ranker ~> popular items             what answers when ranker does not
  clicks => event log -> training     data; brackets are optional
  monitoring -.-> training : drift    feedback, with a label
  [Requirements] { 10M users; p99 < 100 ms }    a box with bullets
  [redis] (cache) hits 80% TTL 5m     a kind in round brackets
  gateway -> features, retrieval -> ranker      to several boxes
  ranker: x8                          changes a number later
  remove cache     rename a to b      clear`;
