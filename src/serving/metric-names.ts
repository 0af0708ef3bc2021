/** Its growth over a time, divided by that time, is how busy the thread that answers is. */
export const busySecondsMetric = "plumb_event_loop_busy_seconds";
