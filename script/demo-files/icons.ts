/** Drawn here, not copied from any app. */
export const ICON = {
  more: '<svg width="20" height="5" viewBox="0 0 20 5" fill="currentColor"><circle cx="2.5" cy="2.5" r="2.2"/><circle cx="10" cy="2.5" r="2.2"/><circle cx="17.5" cy="2.5" r="2.2"/></svg>',
  signal:
    '<svg width="18" height="12" viewBox="0 0 18 12" fill="currentColor"><rect y="8" width="3" height="4" rx=".8"/><rect x="5" y="5.5" width="3" height="6.5" rx=".8"/><rect x="10" y="3" width="3" height="9" rx=".8"/><rect x="15" width="3" height="12" rx=".8"/></svg>',
  wifi: '<svg width="17" height="12" viewBox="0 0 17 12" fill="currentColor"><path d="M8.5 2.4c2.3 0 4.4.9 6 2.4l1.2-1.3A10.4 10.4 0 0 0 8.5.6C5.7.6 3.2 1.7 1.3 3.5l1.2 1.3a8.6 8.6 0 0 1 6-2.4zm0 4c1.2 0 2.4.5 3.2 1.3L13 6.4a6.3 6.3 0 0 0-9 0l1.3 1.3c.8-.8 2-1.3 3.2-1.3zm2 2.7-2 2.1-2-2.1a2.8 2.8 0 0 1 4 0z"/></svg>',
  back: '<svg width="11" height="19" viewBox="0 0 11 19" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M9.5 1.5 1.5 9.5l8 8"/></svg>',
  mic: '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="13" cy="13" r="11.5"/><path d="M9 10.5c1.3 1.4 1.3 3.7 0 5.1M12 8.5c2.4 2.5 2.4 6.6 0 9.1M15 6.5c3.5 3.6 3.5 9.5 0 13.1"/></svg>',
  smile:
    '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"><circle cx="13" cy="13" r="11.5"/><path d="M8 15c1 2.4 2.9 3.6 5 3.6s4-1.2 5-3.6M9.3 9.6v.8M16.7 9.6v.8"/></svg>',
  plus: '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"><circle cx="13" cy="13" r="11.5"/><path d="M13 7.5v11M7.5 13h11"/></svg>',
  capsule:
    '<svg width="87" height="32" viewBox="0 0 87 32" fill="none"><rect x=".5" y=".5" width="86" height="31" rx="15.5" stroke="currentColor" stroke-opacity=".22"/><path d="M43.5 8v16" stroke="currentColor" stroke-opacity=".22"/><g fill="currentColor"><circle cx="15" cy="16" r="2"/><circle cx="22" cy="16" r="3"/><circle cx="29" cy="16" r="2"/></g><circle cx="65" cy="16" r="8" stroke="currentColor" stroke-width="2"/><circle cx="65" cy="16" r="3.2" fill="currentColor"/></svg>',
  robot:
    '<svg viewBox="0 0 40 40"><rect width="40" height="40" fill="var(--accent)"/><rect x="10" y="13" width="20" height="15" rx="6" fill="#fff"/><circle cx="16" cy="20.5" r="2.2" fill="var(--accent)"/><circle cx="24" cy="20.5" r="2.2" fill="var(--accent)"/><path d="M20 8v5M7.5 19v5M32.5 19v5" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>',
  person:
    '<svg viewBox="0 0 40 40"><rect width="40" height="40" fill="#9fb3c4"/><circle cx="20" cy="16" r="6.5" fill="#fff"/><path d="M7 40c1.2-9 6.3-13.5 13-13.5S31.8 31 33 40z" fill="#fff"/></svg>',
  self: '<svg viewBox="0 0 40 40"><rect width="40" height="40" fill="#c9b79c"/><path d="M0 31 13 18l9 9 7-6 11 11v8H0z" fill="#8f7a58"/><circle cx="29" cy="12" r="4.5" fill="#f4ead6"/></svg>',
};
