"""The static pages: values become views here, views become markup in the templates."""
