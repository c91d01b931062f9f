/** Whether whoever looks at the page has asked their system for less movement. */

const query = matchMedia("(prefers-reduced-motion: reduce)");

export const prefersReducedMotion = (): boolean => query.matches;
