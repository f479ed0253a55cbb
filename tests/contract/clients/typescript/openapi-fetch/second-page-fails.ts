// Imported before a program: lists have one item a page, and all pages after the first are failures.
const send = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { searchParams } = new URL(request.url);
  if (searchParams.has("after")) return Response.json({ detail: "The second page failed." }, { status: 500 });
  return send(new Request(request.url.replace("limit=20", "limit=1"), request));
};
