/** Leaves the page for another address: the provider's sign-out. */
export const leaveFor = (address: string): void => { location.assign(address); };
