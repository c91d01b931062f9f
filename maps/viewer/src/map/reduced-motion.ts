/** Whether the user has set their system to reduce motion. */

const query = matchMedia("(prefers-reduced-motion: reduce)");

export const prefersReducedMotion = (): boolean => query.matches;
