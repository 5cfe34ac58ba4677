/** The framework notes for each part of a page where in the program it was made. With its long traces that takes longer than all the rest. */
export function register(): void {
  Error.stackTraceLimit = 5
}
