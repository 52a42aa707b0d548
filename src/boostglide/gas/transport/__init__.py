"""Transport in hot air: viscosity, conduction of heat and electricity, diffusion, collisions of electrons."""
