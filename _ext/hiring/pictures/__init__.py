"""Pictures of what the handbook states, as SVG: values in, shapes and text out."""
