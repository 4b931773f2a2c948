// Tasklist's brand led only to Tasklist itself; a clerk has to find the way back to the product's pages.
document.addEventListener(
  "click",
  (event) => {
    if (!event.target.closest(".navbar-brand")) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign("/");
  },
  true
);

export default [];
